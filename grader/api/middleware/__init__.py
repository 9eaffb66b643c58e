"""What is done to every request and reply, one file a concern."""
