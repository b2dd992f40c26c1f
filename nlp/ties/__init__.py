"""Who helps whom, who goes where, who was sent where, who lives where: one rule of telling a file."""
