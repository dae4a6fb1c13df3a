/// What prose claims, as records of the season.

#include <string>

#include "football/draft/draft.hpp"
#include "football/phrase/claim.hpp"

namespace acta::football {

void read_claims(Context& context, const wiki::Text& text) {
  for (const ClaimPhrase& phrase : parse_claims(text.text)) {
    Claim claim;
    claim.kind = phrase.kind;
    claim.value = phrase.value;
    claim.text = std::string(phrase.text);
    claim.line = text.line;
    context.season().claims.push_back(std::move(claim));
  }
}

}  // namespace acta::football
