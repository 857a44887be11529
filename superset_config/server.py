"""The server: two workers on loopback, each limited in memory and time. Its address is told on the command line."""

import resource

wsgi_app = "superset.app:create_app()"
workers = 2
worker_class = "gthread"
threads = 8
timeout = 90  # seconds without a sign from a worker as a whole, then another takes its place; a single slow question is not ended
graceful_timeout = 10
max_requests = 20_000  # a worker that has answered as many makes way for a fresh one
preload_app = True  # loaded once, for both workers
control_socket_disable = True

MEMORY = 4 * 1024**3  # bytes of address space: a question to DuckDB that wants more fails alone


def post_fork(_server: object, _worker: object) -> None:
    """In each worker, before it answers anything."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
