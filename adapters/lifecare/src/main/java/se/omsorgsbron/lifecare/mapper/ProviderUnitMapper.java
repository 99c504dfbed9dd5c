package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import se.omsorgsbron.api.domain.ProviderUnit;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code ProviderUnit.V1}: utförarenhet. */
public final class ProviderUnitMapper {
    private ProviderUnitMapper() {}

    /** One fact about the unit. */
    public static Mapped<List<Fact>> toProviderUnit(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        ProviderUnit unit = new ProviderUnit(
                fields.requiredText("Name"),
                fields.text("CompanyName"),
                fields.flag("Active").orElse(true));
        fields.flag("Deleted");
        return fields.mapped(() -> Facts.one(Resource.PROVIDER_UNITS.source(id), LifecareKeys.unit(id), unit));
    }
}
