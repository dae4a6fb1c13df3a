#include "football/section/claims.hpp"

#include <string>

#include "football/phrase/claim.hpp"

namespace acta::football {

void read_claims(Draft& draft, const wiki::Text& text) {
  for (const ClaimPhrase& phrase : parse_claims(text.text)) {
    Claim claim;
    claim.kind = phrase.kind;
    claim.value = phrase.value;
    claim.text = std::string(phrase.text);
    claim.line = text.line;
    draft.season.claims.push_back(std::move(claim));
  }
}

}  // namespace acta::football
