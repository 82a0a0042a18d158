package dev.auricle.schemas.shard;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.TensorShape;
import java.util.List;

/** What a layout says about the vector. */
public final class Layouts {
    private Layouts() {}

    /** How many floats the vector has. */
    public static long parameters(Layout layout) {
        return layout.getTensorsList().stream().mapToLong(Layouts::size).sum();
    }

    /** How the vector is cut. */
    public static Shards shards(Layout layout) {
        return new Shards(parameters(layout), layout.getShardLength());
    }

    /** How many floats one tensor has. */
    public static long size(TensorShape tensor) {
        return tensor.getShapeList().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** A model's hash: SHA-256 over the hashes of its shards in order. So nobody needs the whole model to know it. */
    public static ByteString modelSha256(List<ByteString> shardSha256) {
        var digest = Sha256.digest();
        shardSha256.forEach(hash -> digest.update(hash.asReadOnlyByteBuffer()));
        return ByteString.copyFrom(digest.digest());
    }
}
