"""From staged pages to a published site: staging, the site generator, verification, publishing, preview."""
