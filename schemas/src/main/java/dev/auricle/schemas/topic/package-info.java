/** Every topic, declared once: name, serdes, partitions, retention. */
@NullMarked
package dev.auricle.schemas.topic;

import org.jspecify.annotations.NullMarked;
