"""Alembic runs this file; the open connection comes from `core.store.upgrade`."""

from alembic import context

from core.store.schema import Base, search

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    search.take_down(connection)
    context.run_migrations()
    search.put_up(connection)
