"""How tight the guard is: faithful sentences that it must keep, altered ones that it must not."""
