package dev.auricle.schemas.plan;

/** What samples say of those who drew their labels. */
public enum Annotators {
    /** A keyed hash of the name: the same annotator is known again within a site, and nobody else can find out who it is. */
    PSEUDONYMS,
    /** Nothing. */
    NONE
}
