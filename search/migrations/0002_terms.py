"""Where the terms of the entries are kept, in the way of each database."""

from django.db import migrations

SQLITE = [
    # All signs outside ASCII belong to a word for this tokenizer: terms stay as we made them.
    "CREATE VIRTUAL TABLE search_terms USING fts5(title, body, tokenize = 'ascii')",
    "INSERT INTO search_terms(search_terms, rank) VALUES ('rank', 'bm25(8.0, 1.0)')",
    # Entries are deleted in many ways. Whoever lets Django remake their table makes this anew.
    """
    CREATE TRIGGER search_terms_follow AFTER DELETE ON search_indexentry BEGIN
        DELETE FROM search_terms WHERE rowid = old.id;
    END
    """,
]
SQLITE_BACKWARDS = [
    "DROP TRIGGER search_terms_follow",
    "DROP TABLE search_terms",
]
POSTGRESQL = [
    "ALTER TABLE search_indexentry ADD COLUMN terms tsvector",
    # Without a list of what is still to be put in, which each search would have to read.
    "CREATE INDEX search_indexentry_terms ON search_indexentry"
    " USING gin (terms) WITH (fastupdate = off)",
]
POSTGRESQL_BACKWARDS = ["ALTER TABLE search_indexentry DROP COLUMN terms"]


def forwards(apps, schema_editor):
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def backwards(apps, schema_editor):
    run(schema_editor, {"sqlite": SQLITE_BACKWARDS, "postgresql": POSTGRESQL_BACKWARDS})


def run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
