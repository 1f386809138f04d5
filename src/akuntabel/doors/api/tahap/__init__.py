"""What the API shows of each stage of the cycle, and takes."""
