package dev.auricle.inference.segment;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.space.Mask;
import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.WaitingVolume;
import dev.auricle.schemas.plan.Code;
import dev.auricle.schemas.plan.SegmentClass;
import dev.auricle.schemas.record.Concept;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.record.SegmentVolume;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.record.Segmentation.Predicted;
import dev.auricle.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A segmentation as records of bounded size, and back. */
public final class SegmentationRecords {
    private SegmentationRecords() {}

    /** One record for each so many whole slices as fit into a payload even if nothing compresses. */
    static List<Segmentation> split(
            WaitingVolume volume, ModelInUse model, Whose whose, Segmented segmented, long now) {
        var geometry = segmented.mask().geometry();
        int pixels = geometry.rows() * geometry.columns();
        int slicesAPart = Math.max(1, (Topics.PAYLOAD_BYTES - Topics.PAYLOAD_BYTES / 64) / pixels);
        int parts = (geometry.slices() + slicesAPart - 1) / slicesAPart;
        var common = common(volume, model, whose, segmented, now).setParts(parts);
        var records = new ArrayList<Segmentation>();
        for (int part = 0; part < parts; part++) {
            int first = part * slicesAPart;
            int slices = Math.min(slicesAPart, geometry.slices() - first);
            records.add(common.clone()
                    .setPart(part)
                    .setFirstSlice(first)
                    .setSliceCount(slices)
                    .setMaskZlib(deflate(segmented.mask().labels(), geometry.offset(first), slices * pixels))
                    .build());
        }
        return records;
    }

    /** The mask of all parts, in any order. */
    public static Mask join(List<Segmentation> parts) {
        var mask = Mask.empty(Geometries.of(parts.get(0).getGeometry()));
        for (var part : parts) {
            inflate(part.getMaskZlib(), mask.labels(), mask.geometry().offset(part.getFirstSlice()));
        }
        return mask;
    }

    private static Segmentation.Builder common(
            WaitingVolume volume, ModelInUse model, Whose whose, Segmented segmented, long now) {
        var head = volume.head();
        return Segmentation.newBuilder()
                .setSite(head.getSite())
                .setStudyInstanceUid(head.getStudyInstanceUid())
                .setSeriesInstanceUid(head.getSeriesInstanceUid())
                .setSeriesRevision(head.getRevision())
                .setFederation(model.plan().federation())
                .setModelVersion(whose.version())
                .setModelSha256(model.manifest().getSha256())
                .setGeometry(volume.header().getSource())
                .addAllVolumes(volumes(segmented.mask(), model.plan().classes()))
                .setUncertainty(segmented.uncertainty())
                .setUncertaintySamples(segmented.samples())
                .setAssembled(volume.header().getAssembled())
                .setSegmentedAtMs(now)
                .setPredicted(whose.site().isPresent() ? Predicted.BY_SITE : Predicted.BY_FEDERATION)
                .setPartSha256(whose.part().map(PersonalManifest::getSha256).orElse(ByteString.EMPTY));
    }

    private static List<SegmentVolume> volumes(Mask mask, List<SegmentClass> classes) {
        return IntStream.rangeClosed(1, classes.size())
                .mapToObj(number -> SegmentVolume.newBuilder()
                        .setClassNumber(number)
                        .setClassName(classes.get(number - 1).name())
                        .setVoxels(mask.count(number))
                        .setMillilitres(mask.millilitres(number))
                        .setCategory(concept(classes.get(number - 1).category()))
                        .setType(concept(classes.get(number - 1).type()))
                        .build())
                .toList();
    }

    private static Concept concept(Code code) {
        return Concept.newBuilder()
                .setValue(code.value())
                .setScheme(code.scheme())
                .setMeaning(code.meaning())
                .build();
    }

    private static ByteString deflate(byte[] labels, int offset, int length) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(labels, offset, length);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static void inflate(ByteString zlib, byte[] target, int offset) {
        try (var inflater = new InflaterInputStream(zlib.newInput())) {
            int length = inflater.readNBytes(target, offset, target.length - offset);
            if (length < 1) {
                throw new UncheckedIOException(new IOException("a part of a segmentation is empty"));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a segmentation in the log cannot be inflated", damaged);
        }
    }
}
