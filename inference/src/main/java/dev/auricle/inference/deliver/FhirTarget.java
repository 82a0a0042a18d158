package dev.auricle.inference.deliver;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.inference.encode.EncodeFhir;
import dev.auricle.inference.encode.Result;
import dev.auricle.schemas.record.DeliveryFailed;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ImagingStudy;

/** Puts the result on the FHIR server, in one transaction under ids that are the same every time. */
final class FhirTarget implements Target {
    private static final int FIRST_SERVER_ERROR = 500;

    /** Conflicts and failed preconditions pass when the other writer is through; so may the other two. */
    private static final Set<Integer> MAY_PASS = Set.of(408, 409, 412, 429);

    private final IGenericClient client;

    FhirTarget(FhirConfig config) {
        var context = FhirContext.forR4();
        int millis = Math.toIntExact(config.timeout().toMillis());
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        context.getRestfulClientFactory().setConnectTimeout(millis);
        context.getRestfulClientFactory().setSocketTimeout(millis);
        client = context.newRestfulGenericClient(config.url().toString());
    }

    @Override
    public DeliveryFailed.Target name() {
        return DeliveryFailed.Target.FHIR;
    }

    @Override
    public Attempt deliver(Result result, SourceSeries source) {
        try {
            var transaction = new EncodeFhir(result, source.headers()).transaction(existing(result));
            client.transaction()
                    .withBundle(transaction)
                    .withAdditionalHeader("X-Retry-On-Version-Conflict", "retry; max-retries=10")
                    .execute();
            return new Attempt.Taken();
        } catch (FhirClientConnectionException unreachable) {
            return new Attempt.NotNow("the FHIR server does not answer");
        } catch (BaseServerResponseException refused) {
            return attempt(refused.getStatusCode());
        }
    }

    private Optional<ImagingStudy> existing(Result result) {
        try {
            return Optional.of(client.read()
                    .resource(ImagingStudy.class)
                    .withId(result.identity().imagingStudyId())
                    .execute());
        } catch (ResourceNotFoundException | ResourceGoneException none) {
            return Optional.empty();
        }
    }

    /** The server's own words stay out of it: they may quote what was sent. */
    private static Attempt attempt(int status) {
        var reason = "HTTP " + status;
        return status >= FIRST_SERVER_ERROR || MAY_PASS.contains(status)
                ? new Attempt.NotNow(reason)
                : new Attempt.Refused(reason);
    }
}
