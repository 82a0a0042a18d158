package dev.auricle.ingest.refuse;

/** How far something came before it was refused, and what it was; in the order of the flow. */
public enum Stage {
    /** One instance is put into its series. */
    RECEIVED(Subject.INSTANCE),
    /** A series is complete. */
    ASSEMBLED(Subject.SERIES),
    /** The headers of a series of images are looked at. */
    HEADERS(Subject.IMAGES),
    /** Its slices are put on a stack. */
    STACK(Subject.IMAGES),
    /** It is compared with other images of its study. */
    STUDY(Subject.IMAGES),
    /** An annotation is read. */
    ANNOTATION(Subject.ANNOTATION),
    /** What it shows is laid on images. */
    LABEL(Subject.ANNOTATION),
    /** The pixels of images are read. */
    PIXELS(Subject.IMAGES),
    /** Images and their label are prepared. */
    PREPARED(Subject.IMAGES);

    private final Subject subject;

    Stage(Subject subject) {
        this.subject = subject;
    }

    /** What is looked at there. */
    public Subject subject() {
        return subject;
    }

    /** What can be refused. */
    public enum Subject {
        /** One instance; its series goes on without it. */
        INSTANCE,
        /** A series, before anybody looks at what it is. */
        SERIES,
        /** A series of images. */
        IMAGES,
        /** A series of annotation objects. */
        ANNOTATION
    }
}
