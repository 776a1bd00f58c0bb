package dalil.events.broken;

import tools.jackson.databind.JsonNode;

/** Breaks "shared-events needs Jackson only" and "facts never appear in a body". */
record KnowsTheWire(JsonNode body) {}
