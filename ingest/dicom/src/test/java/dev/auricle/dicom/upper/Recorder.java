package dev.auricle.dicom.upper;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.Pdu;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine's surroundings that write down what it does. */
final class Recorder implements Transport, User {
    private final List<String> effects = new ArrayList<>();
    private Optional<AssociateReject> objection = Optional.empty();

    /** What happened since the last time. */
    List<String> take() {
        var taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    void objectWith(AssociateReject reject) {
        objection = Optional.of(reject);
    }

    @Override
    public void connect() {
        effects.add("connect");
    }

    @Override
    public void send(Pdu unit) {
        effects.add(
                unit instanceof Abort abort
                        ? "send Abort " + abort.source() + "/" + abort.reason()
                        : "send " + unit.getClass().getSimpleName());
    }

    @Override
    public void send(Buffer units) {
        effects.add("send data");
    }

    @Override
    public void close() {
        effects.add("close");
    }

    @Override
    public void startTimer() {
        effects.add("start timer");
    }

    @Override
    public void stopTimer() {
        effects.add("stop timer");
    }

    @Override
    public Optional<AssociateReject> objection(AssociateRequest request) {
        return objection;
    }

    @Override
    public void asked(AssociateRequest request) {
        effects.add("asked");
    }

    @Override
    public void accepted(AssociateAccept answer) {
        effects.add("accepted");
    }

    @Override
    public void rejected(AssociateReject answer) {
        effects.add("rejected");
    }

    @Override
    public void received(Fragment fragment) {
        effects.add("received");
    }

    @Override
    public void releaseAsked() {
        effects.add("release asked");
    }

    @Override
    public void released() {
        effects.add("released");
    }

    @Override
    public void aborted(Abort abort) {
        effects.add("aborted");
    }

    @Override
    public void failed(DicomException why) {
        effects.add("failed");
    }
}
