# Puts what was built in FROM into the tree at TO (dist/), and removes what is no longer built.
file(REMOVE_RECURSE ${TO}/site ${TO}/broadsheet.html)
file(COPY ${FROM}/ DESTINATION ${TO} FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
