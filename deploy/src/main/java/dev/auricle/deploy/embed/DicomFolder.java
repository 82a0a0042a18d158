package dev.auricle.deploy.embed;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import dev.auricle.schemas.identity.NameUuid;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Writes instances as Part 10 files into one folder, one for each SOP instance, and the last of the same instance. */
public final class DicomFolder implements StoreScp {
    private final Vertx vertx;
    private final Path directory;
    private final BiConsumer<String, Path> written;

    /** Tells the SOP instance UID and the file of each that was written; on any thread. */
    public DicomFolder(Vertx vertx, Path directory, BiConsumer<String, Path> written) {
        this.vertx = vertx;
        this.directory = directory;
        this.written = written;
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UnableToEmbed("a folder of DICOM files", failed);
        }
    }

    @Override
    public InstanceSink begin(StoreRequest request) {
        return new InstanceSink() {
            private final Buffer received = Buffer.buffer();

            @Override
            public Future<Void> write(Buffer fragment) {
                received.appendBuffer(fragment);
                return Future.succeededFuture();
            }

            @Override
            public Future<DimseStatus> end() {
                return vertx.executeBlocking(() -> store(request, received), false);
            }

            @Override
            public void abort(Throwable cause) {
                // What did not come whole is not stored.
            }
        };
    }

    private DimseStatus store(StoreRequest request, Buffer received) throws IOException {
        var syntax = TransferSyntax.of(request.transferSyntax());
        if (syntax.isEmpty()) {
            return DimseStatus.CANNOT_UNDERSTAND;
        }
        try {
            var dataSet = new DataSetReader(ReadLimits.DEFAULT).read(Bytes.wrap(received.getBytes()), syntax.get());
            // A UID names an image of a patient; a file's name does not.
            var file = directory.resolve(NameUuid.of("archive", request.sopInstance()) + ".dcm");
            DicomFile.of(dataSet, syntax.get()).write(file);
            written.accept(dataSet.require(Tags.SOP_INSTANCE_UID).string(), file);
            return DimseStatus.SUCCESS;
        } catch (UnableToReadDataSet malformed) {
            return DimseStatus.CANNOT_UNDERSTAND;
        }
    }
}
