package dev.auricle.trainer.publish;

import dev.auricle.learning.method.PersonalState;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.learn.BaseModel;
import dev.auricle.trainer.learn.LayoutRecords;

/** What a site keeps of a round, as a record. */
public final class OwnParts {
    private OwnParts() {}

    /** Says where a part comes from, and in which update it was learned; not yet where its shards lie. */
    public static PersonalManifest manifest(
            Plan plan, String site, OpenRound round, BaseModel base, PersonalState part) {
        return PersonalManifest.newBuilder()
                .setFederation(round.federation())
                .setRound(round.round())
                .setSite(site)
                .setUpdateId(Answers.updateId(round, site))
                .setBaseVersion(base.version())
                .setBaseSha256(base.sha256())
                .setParentRound(base.partRound())
                .setPlanSha256(round.planSha256())
                .setLayout(LayoutRecords.of(part.state().layout(), plan.rounds().shardLength()))
                .build();
    }
}
