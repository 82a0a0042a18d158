package dev.auricle.schemas.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record component is when the file does not say, written as in the file: {@code @Default("60s")}, and for a list
 * {@code @Default({"a", "b"})}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The value as YAML would have it; the items of a list. */
    String[] value();
}
