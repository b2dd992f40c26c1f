"""A draft for each sort of table: people, referrals, directories, registers, areas, grants, teams."""
