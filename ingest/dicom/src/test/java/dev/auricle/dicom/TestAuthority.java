package dev.auricle.dicom;

import dev.auricle.dicom.tls.Credential;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A certificate authority that lives for one test, and the files that it gives out. */
public final class TestAuthority {
    private final Path folder;
    private final X509Bundle root;
    private final Path certificate;

    /** Its certificate and all it signs are put into the folder. */
    public TestAuthority(Path folder, String name) throws Exception {
        this.folder = folder;
        root = new CertificateBuilder()
                .subject("CN=" + name)
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
        certificate = Files.writeString(folder.resolve(name + ".pem"), root.getCertificatePEM());
    }

    /** What others are told to trust. */
    public Path certificate() {
        return certificate;
    }

    /** For this machine, in PEM. Given out again under the same name, the files are replaced. */
    public Credential issue(String name) throws Exception {
        return issue(name, certificate -> certificate);
    }

    /** The same with something else about the certificate. */
    public Credential issue(String name, UnaryOperator<CertificateBuilder> otherwise) throws Exception {
        var signed = sign(name, otherwise);
        return new Credential(
                Files.writeString(folder.resolve(name + ".pem"), signed.getCertificatePathPEM()),
                Optional.of(Files.writeString(folder.resolve(name + ".key"), signed.getPrivateKeyPEM())),
                "");
    }

    /** For this machine, in PKCS #12. */
    public Credential issuePkcs12(String name, String password) throws Exception {
        var file = folder.resolve(name + ".p12");
        try (OutputStream target = Files.newOutputStream(file)) {
            sign(name, certificate -> certificate)
                    .toKeyStore(password.toCharArray())
                    .store(target, password.toCharArray());
        }
        return new Credential(file, Optional.empty(), password);
    }

    private X509Bundle sign(String name, UnaryOperator<CertificateBuilder> otherwise) throws Exception {
        var certificate = new CertificateBuilder()
                .subject("CN=" + name)
                .ecp256()
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1");
        return otherwise.apply(certificate).buildIssuedBy(root);
    }
}
