const { TestEnvironment } = require('jest-environment-node');

/**
 * Gives tests `nativeRequire`, Node's own `require`: the compiled product is loaded with it, because jest's module
 * registry cannot load ES modules and would load Strapi anew for every test file.
 */
module.exports = class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.nativeRequire = require;
  }
};
