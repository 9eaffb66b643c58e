"""What Alembic runs: the migrations, on the connection that it was given."""

from alembic import context

from grader.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the transaction is the caller's: all migrations, or none
)
context.run_migrations()
