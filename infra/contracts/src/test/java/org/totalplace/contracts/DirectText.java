package org.totalplace.contracts;

/** What the description says of topics whose messages are not events of a schema: direct access, dead letters. */
final class DirectText {

    static final String CHANNELS = """
              direct-events:
                address: outcomes.events.{feed}
                description: >-
                  CloudEvents 1.0 in binary mode from the agency of the feed, which alone may write here; one partition, kept for seven days.
                parameters:
                  feed:
                    description: Code of a feed of outcomes that is listed in totalplace.events.feeds
                messages:
                  ObservationCloudEvent:
                    $ref: '#/components/messages/ObservationCloudEvent'
              dead-letters:
                address: '{topic}.dead-letter'
                description: Records that could not be taken, as they came, with the reason in headers.
                parameters:
                  topic:
                    description: Address of any other channel
                messages:
                  DeadLetter:
                    $ref: '#/components/messages/DeadLetter'
            """;

    static final String OPERATIONS = """
              outcomes-service.receive.direct-events:
                action: receive
                summary: outcomes-service takes what agencies with direct access send
                channel:
                  $ref: '#/channels/direct-events'
              every-service.send.dead-letters:
                action: send
                summary: whichever service reads a topic sets aside what it cannot take
                channel:
                  $ref: '#/channels/dead-letters'
            """;

    static final String MESSAGES = """
                ObservationCloudEvent:
                  contentType: application/json
                  headers:
                    type: object
                    required: [ce_specversion, ce_id, ce_source, ce_type]
                    properties:
                      ce_specversion: {type: string, const: '1.0'}
                      ce_id: {type: string, description: With the source it names the event; the same event again changes nothing}
                      ce_source: {type: string, format: uri-reference}
                      ce_type: {type: string, enum: [org.totalplace.observation.recorded, org.totalplace.observation.deleted]}
                      ce_subject: {type: string, description: The record's id where the data has no recordId}
                      ce_time: {type: string, format: date-time, description: When it was observed where the data has no observedAt}
                      content-type: {type: string}
                  payload:
                    type: object
                    additionalProperties: false
                    properties:
                      recordId: {type: string}
                      reference: {type: string, description: The agency's own reference of the person}
                      measure: {type: string, description: Code of the measure registry}
                      value: {type: number}
                      observedAt: {type: string}
                      observedBy: {type: string}
                      method: {type: string}
                DeadLetter:
                  headers:
                    type: object
                    required: [totalplace-reason, totalplace-partition, totalplace-offset]
                    properties:
                      totalplace-reason: {type: string, description: One word for the kind of fault}
                      totalplace-partition: {type: string, description: Where the record stood}
                      totalplace-offset: {type: string, description: Where the record stood}
                      totalplace-projection: {type: string, description: Which projection could not take it}
                      totalplace-path: {type: string, description: Which part of an event is wrong}
                      totalplace-message: {type: string, description: 'What is wrong, as a sentence'}
                      totalplace-delivery: {type: string, description: The delivery whose report says more}
                  payload: {}
            """;

    private DirectText() {}
}
