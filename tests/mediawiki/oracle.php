<?php
/**
 * Shows how MediaWiki itself reads doubtful markup: the judge of tests/syntax_test.cpp.
 *
 *     MW_INSTALL_PATH=DIR php tests/mediawiki/oracle.php < cases.txt
 *
 * Cases are separated by lines of "%%"; "\n" inside a case is written as it is.  For each case it
 * prints the source, the HTML of the parser and the tree of its preprocessor.
 */
require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';

class Oracle extends Maintenance {
	public function execute() {
		$cases = preg_split( '/^%%\n/m', stream_get_contents( STDIN ) );
		$factory = MediaWiki\MediaWikiServices::getInstance()->getParserFactory();
		$title = Title::newFromText( 'Oracle' );
		foreach ( $cases as $case ) {
			$case = preg_replace( '/\n$/', '', $case );
			$options = ParserOptions::newFromAnon();
			$html = $factory->create()->parse( $case, $title, $options )->getText(
				[ 'wrapperDivClass' => '', 'enableSectionEditLinks' => false, 'allowTOC' => false ] );
			$html = preg_replace( '/<!--.*?-->\s*/s', '', $html );
			$html = preg_replace( '/<a href="[^"]*"[^>]*title="([^"]*)"[^>]*>/', '<a \1>', $html );
			$parser = $factory->create();
			$parser->startExternalParse( $title, $options, Parser::OT_PREPROCESS );
			$xml = $parser->preprocessToDom( $case )->__toString();
			print "=== $case\n--- html: " . trim( $html ) . "\n--- tree: $xml\n\n";
		}
	}
}

$maintClass = Oracle::class;
require_once RUN_MAINTENANCE_IF_MAIN;
