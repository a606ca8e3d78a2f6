"""E-mail: a port and its suppliers, any SMTP server and SendGrid."""
