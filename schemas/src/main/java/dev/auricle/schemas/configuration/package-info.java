/** Reads YAML into records: unknown keys are refused, errors name the key's path and what would be valid. */
@NullMarked
package dev.auricle.schemas.configuration;

import org.jspecify.annotations.NullMarked;
