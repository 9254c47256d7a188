/** Node's own `require`, which the test environment gives to tests that load the compiled product. */
declare var nativeRequire: NodeJS.Require;
