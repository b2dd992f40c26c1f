"""What community organisations offer: registered by themselves, taken in as records, unconfirmed until moderated."""
