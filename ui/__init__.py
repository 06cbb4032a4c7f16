"""The page: questions asked, answers shown beside their evidence."""
