"""Out and back: texts leave as XLIFF, PO or CSV, and what comes back is planned first."""
