"""Who may use the page: people with a password and a role, kept in a file of hashes."""
