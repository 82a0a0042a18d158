package dev.auricle.ingest.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.ingest.Instances;
import dev.auricle.ingest.TestStudy;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceHeader;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeadersTest {
    private final ByteString whole;
    private final ByteString cut;

    HeadersTest() {
        var enhanced = new TestStudy("1.2.3").enhanced();
        whole = encode(enhanced);
        var header = encode(enhanced.without(Tags.PIXEL_DATA));
        cut = header.substring(0, header.size() - 40);
    }

    @Test
    void an_enhanced_image_says_where_each_of_its_frames_lies() {
        // When
        var instance = read(SopClass.ENHANCED_MR_IMAGE, whole).getInstance();
        // Then
        assertThat(instance.getStacks()).isOne();
        assertThat(instance.getFramePositionsCount()).isEqualTo(3 * TestStudy.SLICES);
    }

    @Test
    void an_enhanced_image_is_refused_where_the_first_bytes_do_not_have_all_its_frames() {
        assertThat(read(SopClass.ENHANCED_MR_IMAGE, cut).getUnreadable().getCode())
                .isEqualTo("UNREADABLE");
    }

    @Test
    void a_segmentation_may_have_more_frames_than_its_first_bytes_have_room_for() {
        assertThat(read(SopClass.SEGMENTATION, cut).hasUnreadable()).isFalse();
    }

    @Test
    void an_image_says_of_which_kind_it_is_and_what_cannot_be_read_of_that_does_no_harm() {
        // Given
        var image = Instances.slice("1.2.3", "1.2.4", 1, 0).toBuilder()
                .set(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER")
                .set(Tags.ECHO_NUMBERS, 2)
                .bytes(Tags.TRIGGER_TIME, Vr.OB, new byte[2])
                .build();
        // When
        var kind = read(SopClass.MR_IMAGE, encode(image)).getInstance().getKind();
        // Then
        assertThat(kind.getImageTypeList()).containsExactly("ORIGINAL", "PRIMARY", "LOCALIZER");
        assertThat(kind.getEchoNumbers()).isEqualTo("2");
        assertThat(kind.getTriggerTime()).isEmpty();
    }

    /** What an instance's first bytes say, as if it were of this class. */
    private static InstanceHeader read(SopClass sopClass, ByteString bytes) {
        return Headers.read(InstanceChunk.newBuilder()
                .setSopClassUid(sopClass.uid())
                .setSopInstanceUid("1.2.3.1")
                .setTransferSyntaxUid(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                .setData(bytes)
                .build());
    }

    private static ByteString encode(DataSet image) {
        return ByteString.copyFrom(DataSetWriter.write(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
    }
}
