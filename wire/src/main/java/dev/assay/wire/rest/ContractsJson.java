package dev.assay.wire.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** REST bodies are mapped as events are. */
@ApplicationScoped
public class ContractsJson {

    @Produces
    @ApplicationScoped
    ObjectMapper mapper() {
        return Json.MAPPER.copy();
    }
}
