"""What happens in the process in which the programs of a virtual board run."""
