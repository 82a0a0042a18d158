package dev.auricle.deploy.embed;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FhirServerIT {
    @Test
    void takes_a_transaction_and_finds_it_again(@TempDir Path directory) {
        try (var server = FhirServer.start(directory, Ports.free())) {
            // Given
            var client = FhirContext.forR4Cached()
                    .newRestfulGenericClient(server.base().toString());
            var bundle = new Bundle();
            bundle.setType(Bundle.BundleType.TRANSACTION);
            bundle.addEntry()
                    .setResource(new Patient().addIdentifier(new Identifier().setValue("4711")))
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl("Patient/one");
            // When
            client.transaction().withBundle(bundle).execute();
            // Then
            var found = client.read().resource(Patient.class).withId("one").execute();
            assertThat(found.getIdentifierFirstRep().getValue()).isEqualTo("4711");
            assertThat(client.search()
                            .forResource(Patient.class)
                            .where(Patient.IDENTIFIER.exactly().code("4711"))
                            .returnBundle(Bundle.class)
                            .execute()
                            .getEntry())
                    .hasSize(1);
        }
    }
}
