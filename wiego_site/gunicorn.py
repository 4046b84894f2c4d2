"""How gunicorn serves the site; the same on one's own machine and in production."""

import os

# Read and write each other's pages without waiting: a worker a core, some threads each.
workers = int(os.environ.get("WEB_CONCURRENCY") or min(os.cpu_count() or 1, 4))
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 10
keepalive = 5

# A visitor's own SCRIPT_NAME or PATH_INFO header must not move the site elsewhere.
forwarder_headers = ""
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1,::1"

# Slow uploads are written to memory, where the disk may be slow or full.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None

accesslog = os.environ.get("ACCESS_LOG") or None
errorlog = "-"
loglevel = "warning"
