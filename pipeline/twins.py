"""English words of which a slip of the pen makes another word: who writes one may mean the other.

Each pair differs by a doubled letter or by two neighbouring letters in each other's places, begins
and ends alike, and has five letters or more.
"""

_TURNED = """
angels/angles badly/baldy barely/barley barked/braked barking/braking barts/brats beats/betas
blots/bolts bowels/bowles brunt/burnt bugle/bulge bugles/bulges calms/clams carbs/crabs carte/crate
carter/crater carters/craters carve/crave carved/craved carves/craves carving/craving
carvings/cravings casual/causal casually/causally cavalry/calvary clots/colts cloud/could
compiled/complied compiles/complies complaint/compliant conversation/conservation converse/conserve
conversing/conserving corny/crony coroner/crooner corps/crops creeps/crepes dairies/diaries
dairy/diary discreetly/discretely farmed/framed farmers/framers farming/framing field/filed
fiend/fined filer/flier filers/fliers files/flies fired/fried fires/fries forth/froth garter/grater
gilded/glided gilding/gliding glues/gules gorse/grose gusty/gutsy infarction/infraction liens/lines
lions/loins marital/martial parts/prats pasty/patsy patios/patois peers/peres perfect/prefect
perfects/prefects perform/preform performed/preformed performs/preforms piled/plied piles/plies
pluses/pulses polos/pools rogue/rouge sacred/scared saliva/salvia salted/slated salts/slats
salve/slave salves/slaves satin/stain scarp/scrap signed/singed signer/singer signers/singers
signing/singing signs/sings silver/sliver silvers/slivers soldier/solider spilt/split tarps/traps
there/three theres/threes tiers/tires tilted/titled tilting/titling tired/tried tires/tries
torts/trots trail/trial trails/trials trios/trois unite/untie united/untied unites/unties
uniting/untying warps/wraps weird/wired
"""
_DOUBLED = """
asses/assess bared/barred baring/barring bases/basses bated/batted bating/batting belies/bellies
below/bellow bidding/biding biter/bitter buses/busses caned/canned caner/canner canon/cannon
canons/cannons caped/capped career/carer careers/carers cares/caress caries/carries carton/cartoon
cartons/cartoons chose/choose comas/commas coped/cooped coped/copped coping/cooping coping/copping
coral/corral cuter/cutter desert/dessert deserts/desserts devote/devotee devotes/devotees
diner/dinner diners/dinners dining/dinning discus/discuss domed/doomed doted/dotted fated/fatted
filed/filled filer/filler filers/fillers filing/filling filings/fillings finish/finnish
franchises/franchisees fused/fussed fusing/fussing gaped/gapped griped/gripped griping/gripping
grove/groove groves/grooves hated/hatted hater/hatter hating/hatting hoped/hooped hoped/hopped
hoping/hopping hover/hoover later/latter license/licensee licenses/licensees liter/litter
lobed/lobbed loping/looping loping/lopping loser/looser loses/losses losing/loosing mated/matted
mater/matter mating/matting meeting/meting moped/mopped moping/mopping mores/moores mouse/mousse
needles/needless pined/pinned pining/pinning planed/planned planer/planner planing/planning
poled/polled poled/pooled poling/polling poling/pooling posses/possess princes/princess raged/ragged
raped/rapped raping/rapping rated/ratted rating/ratting refer/reefer refers/reefers refuge/refugee
refuges/refugees retire/retiree retires/retirees riding/ridding robed/robbed robing/robbing
roster/rooster rosters/roosters salon/saloon scared/scarred scaring/scarring scoped/scooped
scoping/scooping scraped/scrapped scraping/scrapping shined/shinned shining/shinning shots/shoots
siting/sitting slated/slatted slimed/slimmed sloped/slopped sloping/slopping smother/smoother
sniped/snipped sniping/snipping spared/sparred sparing/sparring spiting/spitting stared/starred
staring/starring striped/stripped striper/stripper striping/stripping stubs/stubbs super/supper
taped/tapped taper/tapper taping/tapping tiled/tilled tiling/tilling tones/tonnes twined/twinned
twining/twinning waded/wadded wading/wadding waging/wagging waring/warring wiling/willing
winer/winner wining/winning
"""
TWINS = frozenset(frozenset(pair.split("/")) for pair in (_TURNED + _DOUBLED).split())
"""Both words of each pair."""
