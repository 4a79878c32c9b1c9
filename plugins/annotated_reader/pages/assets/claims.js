// The claims page.
