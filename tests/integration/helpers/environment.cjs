const { TestEnvironment } = require('jest-environment-node');

/** Node's own `require` for the tests that load the compiled product: jest's registry cannot load ES modules. */
module.exports = class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.nativeRequire = require;
  }
};
