/** Shows how things stand: the story on the screen, the report in a file. */
@NullMarked
package dev.auricle.deploy.observe;

import org.jspecify.annotations.NullMarked;
