package dev.auricle.inference.deliver;

import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.inference.encode.Result;
import dev.auricle.schemas.record.DeliveryFailed;

/** Somebody who takes results. */
interface Target {
    /** Who, for {@code delivery.failed}. */
    DeliveryFailed.Target name();

    /** Tries once. Delivering the same result again is the same as delivering it once. */
    Attempt deliver(Result result, SourceSeries source);
}
