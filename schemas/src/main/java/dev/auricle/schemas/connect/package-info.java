/** How an application reaches a Kafka cluster. */
@NullMarked
package dev.auricle.schemas.connect;

import org.jspecify.annotations.NullMarked;
