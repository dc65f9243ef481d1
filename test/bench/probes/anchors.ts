// The bench of anchoring as it is run by hand; it prints its figures as well when it is asked for them.
import '../anchors/anchorsBench';
