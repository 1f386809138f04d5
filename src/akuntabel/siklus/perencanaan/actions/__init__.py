"""What can be done to a plan: one function per act, with permission, change and trail in one transaction."""
