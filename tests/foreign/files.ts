/** A small API as a project that knows nothing of this repository has it. */
export function petsYaml(title = 'Pets', host = 'pets.example.com'): string {
  return `openapi: 3.1.0
info:
  title: ${title}
  version: '1'
servers:
  - url: https://${host}
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      parameters:
        - name: limit
          in: query
          required: true
          schema: { type: integer, default: 10 }
        - name: colour
          in: query
          schema: { type: string }
      responses:
        '200':
          description: The pets.
          content:
            application/json:
              schema: { type: array, items: { type: string } }
              example: [Rex]
    post:
      operationId: addPet
      summary: Add a pet
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                name: { type: string, description: What it is called. }
            example: { name: Rex }
      responses:
        '201': { description: Added. }
`;
}

/** A guide with a title and a paragraph. */
export function guide(title: string, text: string): string {
  return `---\ntitle: ${title}\n---\n\n${text}\n`;
}
