package dev.auricle.dcm4che;

import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Connection.EndpointIdentificationAlgorithm;
import org.dcm4che3.net.Device;

/** The words of the toolkit's TLS in those of dcm4che. Reads files, so not for event loops. */
final class Security {
    private Security() {}

    /** For a device that is called; what it shows and believes is looked at again as often as the settings say. */
    static RenewedCertificates apply(ServerTls tls, Device device, Connection connection) {
        var certificates = RenewedCertificates.read(tls);
        device.setKeyManager(certificates.keys());
        device.setTrustManager(certificates.trust());
        connection.setTlsNeedClientAuth(tls.trusted().isPresent());
        apply(tls.profile(), connection);
        return certificates;
    }

    /** For a device that calls; the files are read now. */
    static void apply(ClientTls tls, Device device, Connection connection) {
        tls.credential().ifPresent(own -> device.setKeyManager(own.keyManagers().getKeyManagers()[0]));
        device.setTrustManager(TrustManagers.of(tls.trustManagers()));
        connection.setTlsEndpointIdentificationAlgorithm(EndpointIdentificationAlgorithm.HTTPS);
        apply(tls.profile(), connection);
    }

    private static void apply(TlsProfile profile, Connection connection) {
        connection.setTlsProtocols(profile.protocols().toArray(String[]::new));
        connection.setTlsCipherSuites(profile.cipherSuites().toArray(String[]::new));
    }
}
