/** The documents are true: what they say of configuration, topics, commands and files is compared with the code. */
@NullMarked
package dev.auricle.deploy.document;

import org.jspecify.annotations.NullMarked;
