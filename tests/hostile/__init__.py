"""Files made to do harm, each made by code: what becomes of them, in what time and how much memory."""
