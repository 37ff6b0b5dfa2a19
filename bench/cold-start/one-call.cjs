// Plain CommonJS, so that nothing but Node and the bundle is started.
const [, , bundle, event] = process.argv;
const { main } = require(bundle);

main(JSON.parse(event)).then((result) => process.send(result));
