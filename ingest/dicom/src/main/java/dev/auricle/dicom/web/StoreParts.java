package dev.auricle.dicom.web;

import io.vertx.core.Future;
import java.util.List;

/** Takes the parts of a store request, and knows what became of the instances in them. */
interface StoreParts extends PartTaker {
    /** Stores what could only be stored now that the body is whole; one outcome for each instance. */
    Future<List<StoreOutcome>> finish();

    /** What became of the instances so far. */
    List<StoreOutcome> outcomes();
}
