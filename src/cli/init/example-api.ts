/** A description to start from: a list, a body that is checked, a stream, and what goes wrong. */
export const EXAMPLE_API = `openapi: 3.2.0
info:
  title: Harbour API
  version: 1.0.0
  summary: Water levels of small harbours
  description: |
    An imaginary API to start from: change it, or put the description of your own API in its place.

    Send your key in the header \`X-API-Key\` of every request.
servers:
  - url: https://api.harbour.example/v1
    description: Production
security:
  - apiKey: []
tags:
  - name: Harbours
    description: Which harbours there are.
  - name: Levels
    description: How high the water stands, and who is told.
paths:
  /harbours:
    get:
      operationId: listHarbours
      tags: [Harbours]
      summary: List harbours
      description: Returns the harbours that report water levels, by name.
      parameters:
        - name: country
          in: query
          description: Only harbours of this country, by its code in ISO 3166-1.
          schema:
            type: string
            pattern: '^[A-Z]{2}$'
          example: PT
        - name: limit
          in: query
          description: How many harbours to return at most.
          schema:
            type: integer
            minimum: 1
            maximum: 100
            default: 20
      responses:
        '200':
          description: The harbours, by name.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Harbour'
              example:
                - id: nazare
                  name: Nazaré
                  country: PT
                - id: olhao
                  name: Olhão
                  country: PT
        '401':
          $ref: '#/components/responses/Unauthorized'
  /harbours/{harbourId}/levels:
    parameters:
      - $ref: '#/components/parameters/HarbourId'
    get:
      operationId: watchLevels
      tags: [Levels]
      summary: Watch the water level
      description: Sends each measurement as soon as it is made, as a server-sent event. The stream goes on until you close it.
      responses:
        '200':
          description: One event for each measurement.
          content:
            text/event-stream:
              itemSchema:
                type: object
                required: [data]
                properties:
                  data:
                    type: string
                    description: The measurement.
                    contentMediaType: application/json
                    contentSchema:
                      $ref: '#/components/schemas/Level'
              examples:
                rising:
                  summary: The tide comes in
                  serializedValue: |+
                    data: {"time":"2026-03-01T06:00:00Z","metres":1.12}

                    data: {"time":"2026-03-01T06:10:00Z","metres":1.19}

                    data: {"time":"2026-03-01T06:20:00Z","metres":1.27}

        '401':
          $ref: '#/components/responses/Unauthorized'
        '404':
          $ref: '#/components/responses/NotFound'
  /harbours/{harbourId}/alerts:
    parameters:
      - $ref: '#/components/parameters/HarbourId'
    post:
      operationId: createAlert
      tags: [Levels]
      summary: Create an alert
      description: Sends an e-mail as soon as the water rises above a level.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewAlert'
            examples:
              spring-tide:
                summary: An alert for spring tides
                value:
                  metres: 3.5
                  email: harbour-master@harbour.example
      responses:
        '201':
          description: The alert was created.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Alert'
              examples:
                spring-tide:
                  summary: An alert for spring tides
                  value:
                    id: alert-17
                    metres: 3.5
                    email: harbour-master@harbour.example
        '401':
          $ref: '#/components/responses/Unauthorized'
        '404':
          $ref: '#/components/responses/NotFound'
        '422':
          description: The alert can't be created as it is.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Error'
              example:
                error: The level must be above 0.
components:
  securitySchemes:
    apiKey:
      type: apiKey
      in: header
      name: X-API-Key
      description: Your key. Keep it out of code that others can read.
  parameters:
    HarbourId:
      name: harbourId
      in: path
      required: true
      description: The harbour's \`id\`.
      schema:
        type: string
      example: nazare
  responses:
    Unauthorized:
      description: The key is missing or wrong.
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Error'
          example:
            error: This key is not known.
    NotFound:
      description: There is no such harbour.
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Error'
          example:
            error: There is no harbour "atlantis".
  schemas:
    Harbour:
      type: object
      required: [id, name, country]
      properties:
        id:
          type: string
          description: Names the harbour in paths.
        name:
          type: string
        country:
          type: string
          description: Its code in ISO 3166-1.
    Level:
      type: object
      required: [time, metres]
      properties:
        time:
          type: string
          format: date-time
        metres:
          type: number
          description: Above chart datum.
    NewAlert:
      type: object
      required: [metres, email]
      properties:
        metres:
          type: number
          exclusiveMinimum: 0
          description: The level to be told of, above chart datum.
        email:
          type: string
          format: email
    Alert:
      allOf:
        - type: object
          required: [id]
          properties:
            id:
              type: string
        - $ref: '#/components/schemas/NewAlert'
    Error:
      type: object
      required: [error]
      properties:
        error:
          type: string
          description: What is wrong, in a sentence.
`;
